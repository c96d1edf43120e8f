import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * The path of a program of the system; where it is missing and may be installed (root on a system with apt-get), it is, from the Debian package named;
 * else undefined, and what needs it is skipped.
 */
export function systemTool(command: string, debianPackage: string): string | undefined {
  const there = programOnPath(command);
  if (there || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return there;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // One installs at a time, however many tests ask.
  const apt = (...args: string[]): boolean => spawnSync('flock', [join(tmpdir(), 'hopline-apt.lock'), 'apt-get', ...args], { env, stdio: 'ignore' }).status === 0;
  const install = (): boolean => apt('install', '-y', '--no-install-recommends', debianPackage);
  if (!install()) {
    apt('update');
    install();
  }
  return programOnPath(command);
}

/** The path of a program that is there already. */
export function programOnPath(command: string): string | undefined {
  return (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, command)).find(existsSync);
}
