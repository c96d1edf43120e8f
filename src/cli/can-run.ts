import { accessSync, constants, existsSync } from 'node:fs';

/** Whether a path is a file that this process may run. */
export function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}
