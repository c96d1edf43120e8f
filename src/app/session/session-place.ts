import type { SessionLink } from '../../scenario/session/model.ts';
import { formatLink, type Link } from '../link.ts';

/** The app's link to a place that a session names. */
export function linkTo({ scenario, step, level, choices }: SessionLink): Link {
  return { scenario, ...(step !== undefined && { moment: { step, part: 'act', fraction: 0 } }), ...(level !== undefined && { level }), path: choices };
}

/** Its address, as a fragment of the app's page: `#/kubernetes/pod-creation/store`. */
export function addressOf(place: SessionLink): string {
  return formatLink(linkTo(place));
}
