/** The parts of the app that nobody needs for the first picture; they are loaded after it. */
import './app-gallery.ts';
import './app-header.ts';
import './file-opener.ts';
