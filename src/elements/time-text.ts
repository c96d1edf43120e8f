/** Seconds as `00:14.2`, with hours in front where there are some; tenths are cut off, never rounded up to a time that is not reached. */
export function timeText(seconds: number): string {
  if (!Number.isFinite(seconds)) return '--:--.-';
  const tenths = Math.max(0, Math.floor(seconds * 10 + 1e-6));
  const hours = Math.floor(tenths / 36_000);
  const text = `${two(Math.floor(tenths / 600) % 60)}:${two(Math.floor(tenths / 10) % 60)}.${tenths % 10}`;
  return hours > 0 ? `${hours}:${text}` : text;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
