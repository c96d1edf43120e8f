import { join } from 'node:path';
import { ROOT } from '../../tools/pages.ts';

/** The package of the hosts. */
export const HOSTS = join(ROOT, 'tests', 'hosts');

/** What an author would write in each of them, a folder each. */
export const PAGES = join(HOSTS, 'pages');

/** What is built of them, a folder each. */
export const SITE = join(ROOT, '.cache', 'hosts');
