import { LitElement } from 'lit';
import { breath } from './in-slices.ts';

/** An element whose first update may wait, where the page around it is made at the same time: both in one task would hold the page up. */
export abstract class PatientElement extends LitElement {
  /** @internal Set before it is put into the page. What is in a page already is not to wait: its place would change twice. */
  patient = false;

  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.patient && !this.hasUpdated ? breath().then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }
}
