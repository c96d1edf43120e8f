import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * The path of a program of the system; where it is missing and may be installed (root on a system with apt-get), it is, from the Debian package named;
 * else undefined, and what needs it is skipped.
 */
export function systemTool(command: string, debianPackage: string): string | undefined {
  const there = programOnPath(command);
  if (there || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return there;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = (): boolean => spawnSync('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], { env, stdio: 'ignore' }).status === 0;
  if (!install()) {
    spawnSync('apt-get', ['update'], { env, stdio: 'ignore' });
    install();
  }
  return programOnPath(command);
}

/** The path of a program that is there already. */
export function programOnPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, command)).find(existsSync);
}
