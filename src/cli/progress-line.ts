const WIDTH = 24;

/** How far a recording is, in one line: a bar, frames, frames a second (`speed`) and the time that is left. */
export function progressLine(done: number, frames: number, speed: number): string {
  const share = Math.min(1, done / frames);
  const full = Math.round(share * WIDTH);
  const left = speed > 0 ? `${clock((frames - done) / speed)} left` : '';
  const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
  return [`${bar} ${String(Math.floor(share * 100)).padStart(3)} %`, `${done} / ${frames}`, `${speed.toFixed(0)} frames/s`, left].filter(Boolean).join('  ');
}

/** Seconds as minutes and seconds: `1:05`. */
export function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
