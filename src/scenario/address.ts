const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//;

/** Whether `architecture:` may be this: a relative address that cannot leave the origin. */
export function isRelativeAddress(address: string): boolean {
  return /^[^\s\\]+$/.test(address) && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(address) && !address.startsWith('/');
}

/** A relative address against that of the file it stands in: a URL, or a path of the file system or of a page. */
export function resolveAddress(file: string, address: string): string {
  if (ABSOLUTE.test(file)) return new URL(address, file).href;
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).replaceAll('\\', '/');
  const segments: string[] = [];
  for (const segment of `${folder}${address}`.split('/')) {
    if (segment === '.' || (segment === '' && segments.length > 0)) continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..' && segments.at(-1) !== '') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}
