/** What index.html loads. */
import './hopline-app.ts';
