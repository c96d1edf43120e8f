/** The session's page and what it reads; loaded when somebody opens it. */
import './session-page.ts';

export { loadSession } from './shipped-sessions.ts';
