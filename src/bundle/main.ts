import './page.css';
import { BundlePage } from './bundle-page.ts';
import { readBundle } from './bundle-data.ts';

/** Text in one of these makes a browser read the fonts that stand in the page. */
const SAMPLE = 'A가';
const FAMILY = "'Hopline Sans'";

/** Letters that are drawn before their font is there stay as they are; without it, the system's font stands in. */
async function fontsAreThere(): Promise<void> {
  await Promise.allSettled(['500', '700'].map((weight) => document.fonts.load(`${weight} 16px ${FAMILY}`, SAMPLE)));
}

void fontsAreThere().then(() => new BundlePage(document, readBundle(document)).start());
