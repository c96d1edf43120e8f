import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOnPath } from '../../tools/system-tool.ts';
import { HOSTS, PAGES, SITE } from './places.ts';

/**
 * Builds the site of MkDocs with MkDocs where that is installed; it is no package of npm, and takes longer to install than all that is tried in it. Elsewhere
 * with what MkDocs 1.4 makes of these two files: it copies the folder, puts in its page's head what the configuration names, and passes HTML through.
 */
export function buildMkDocs(): void {
  const source = join(SITE, 'mkdocs-source');
  const docs = join(source, 'docs');
  cpSync(join(PAGES, 'mkdocs'), source, { recursive: true });
  cpSync(join(HOSTS, 'node_modules/hopline/dist/cdn'), join(docs, 'hopline'), { recursive: true });
  cpSync(join(HOSTS, 'flow.yaml'), join(docs, 'flow.yaml'));
  const mkdocs = programOnPath('mkdocs');
  // Its theme would fetch what colours code from the network.
  appendFileSync(join(source, 'mkdocs.yml'), 'theme:\n  name: mkdocs\n  highlightjs: false\n');
  if (mkdocs) execFileSync(mkdocs, ['build', '--strict', '--quiet', '--site-dir', join(SITE, 'mkdocs')], { cwd: source });
  else writePage(source, docs);
}

function writePage(source: string, docs: string): void {
  const site = join(SITE, 'mkdocs');
  mkdirSync(site, { recursive: true });
  cpSync(docs, site, { recursive: true });
  const config = readFileSync(join(source, 'mkdocs.yml'), 'utf8');
  const named = (key: string): string[] => [...(new RegExp(`^${key}:\\n((?:  - .+\\n)+)`, 'm').exec(config)?.[1] ?? '').matchAll(/- (.+)/g)].map(([, name = '']) => name);
  const styles = named('extra_css').map((name) => `<link href="${name}" rel="stylesheet">`);
  const scripts = named('extra_javascript').map((name) => `<script src="${name}" defer></script>`);
  const [, heading = '', html = ''] = /^# (.+)\n\n([^]+)$/.exec(readFileSync(join(docs, 'index.md'), 'utf8')) ?? [];
  writeFileSync(join(site, 'index.html'), `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,">${styles.join('')}</head><body><h1>${heading}</h1><p>${html}</p>${scripts.join('')}</body></html>\n`);
}
