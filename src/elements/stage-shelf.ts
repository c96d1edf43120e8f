/** So many players out of sight keep their stage, with every letter that it has painted: some megabytes each. */
const KEPT = 4;

/** Who has a stage that nobody sees. */
export interface StageKeeper {
  /** Gives the stage up; another one is made when the player is seen again. */
  giveUp(): void;
}

/** The page's players that are out of sight and have a stage; the one that left first is the first. */
const shelf: StageKeeper[] = [];

/** A player has gone out of sight. It keeps its stage until some more have gone. */
export function shelve(keeper: StageKeeper): void {
  unshelve(keeper);
  shelf.push(keeper);
  if (shelf.length > KEPT) shelf.shift()?.giveUp();
}

/** A player is seen again, or has no stage any more. */
export function unshelve(keeper: StageKeeper): void {
  const at = shelf.indexOf(keeper);
  if (at >= 0) shelf.splice(at, 1);
}
