/** Seconds as `3:59`; after the end `+0:12`. A second that has begun counts whole. */
export function clockOf(seconds: number): string {
  const whole = seconds > 0 ? Math.ceil(seconds) : Math.floor(-seconds);
  return `${seconds > 0 || whole === 0 ? '' : '+'}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
