/** Many players under one another, and a way to put players in and out: `players.html?count=30`. */
import '../../../src/elements/define.ts';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';

const SCENARIOS = ['/scenarios/kubernetes/pod-creation.yaml', '/scenarios/kubernetes/service-traffic.yaml', '/scenarios/shop/order.yaml'];
const place = document.querySelector('#place')!;

function add(index: number): HoplinePlayer {
  const player = document.createElement('hopline-player');
  player.src = SCENARIOS[index % SCENARIOS.length]!;
  player.level = 1 + (index % 3);
  player.view = index % 2 === 0 ? 'map' : 'sequence';
  place.append(player);
  return player;
}

/** Waits until a player has loaded what it was told to, and has drawn it. */
async function shown(player: HoplinePlayer): Promise<void> {
  const { draws } = player;
  await new Promise((resolve) => player.addEventListener('canplaythrough', resolve, { once: true }));
  while (player.draws === draws) await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Adds a player, lets it draw, and takes it away. Every tenth has the largest scenario. */
async function cycle(index: number): Promise<void> {
  const player = add(index % 10 === 0 ? 0 : 2);
  player.controls = index % 2 === 0;
  await shown(player);
  player.currentTime = 2;
  player.remove();
}

/** Gives one player another scenario, many times. */
async function changes(count: number): Promise<void> {
  const player = document.querySelector('hopline-player') ?? add(0);
  for (let index = 1; index <= count; index++) {
    player.src = SCENARIOS[index % SCENARIOS.length]!;
    await shown(player);
    player.goToStep(1);
  }
}

const count = Number(new URLSearchParams(location.search).get('count') ?? 0);
for (let index = 0; index < count; index++) add(index);
Object.assign(window, { cycle, changes });
