/** The environment variable that takes abilities away, so that tests can see what happens without them: `h264`, `sound`, `ffmpeg` …, separated by commas. */
const VARIABLE = 'HOPLINE_WITHOUT';

/** What is to be taken for something that this machine cannot do. */
export function without(environment: Readonly<Record<string, string | undefined>> = process.env): readonly string[] {
  return (environment[VARIABLE] ?? '').split(',').filter(Boolean);
}
