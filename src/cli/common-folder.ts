import { dirname, sep } from 'node:path';

/** The deepest folder that all files are in; absolute paths. */
export function commonFolder(paths: readonly string[]): string {
  const [first = sep, ...others] = paths.map((path) => dirname(path));
  let folder = first;
  const holds = (path: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
  while (folder !== dirname(folder) && !others.every(holds)) folder = dirname(folder);
  return folder;
}
