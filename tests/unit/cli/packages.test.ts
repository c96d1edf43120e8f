import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packagesAreInstalled } from '../../../src/cli/bootstrap/packages.mjs';

const LOCK = { packages: { '': { name: 'x' }, 'node_modules/a': { version: '1.0.0' }, 'node_modules/only-mac': { version: '2.0.0', optional: true } } };
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hopline-'));
  write('package-lock.json', LOCK);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, value: unknown): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(value));
}

function install(version: string): void {
  write('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version } } });
  write('node_modules/a/package.json', { version });
}

describe('whether packages are installed', () => {
  it('is no in a fresh clone', () => expect(packagesAreInstalled(root)).toBe(false));

  it('is yes when all are there, but for those of other systems', () => {
    install('1.0.0');
    expect(packagesAreInstalled(root)).toBe(true);
  });

  it('is no when the lock file names another version', () => {
    install('0.9.0');
    expect(packagesAreInstalled(root)).toBe(false);
  });

  it('is no when a folder was removed', () => {
    install('1.0.0');
    rmSync(join(root, 'node_modules/a'), { recursive: true });
    expect(packagesAreInstalled(root)).toBe(false);
  });

  it('is no when an installation was broken off', () => {
    install('1.0.0');
    rmSync(join(root, 'node_modules/.package-lock.json'));
    expect(packagesAreInstalled(root)).toBe(false);
  });
});
