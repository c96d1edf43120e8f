import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppRequest, AppRequestEvent } from '../../../src/app/app-request.ts';
import '../../../src/app/drop-target.ts';

function drag(type: string, ...files: File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  if (files.length === 0) dataTransfer.setData('text/plain', 'a word');
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
}

const yaml = new File(['hopline: 1'], 'a.yaml', { type: 'application/yaml' });

describe('dropping files', () => {
  let target: HTMLElementTagNameMap['hopline-drop-target'];
  let requests: AppRequest[] = [];

  beforeEach(() => {
    requests = [];
    target = document.createElement('hopline-drop-target');
    target.addEventListener('hopline-app-request', (event) => requests.push((event as AppRequestEvent).request));
    document.body.append(target);
  });
  afterEach(() => target.remove());

  const invited = async (): Promise<boolean> => {
    await target.updateComplete;
    return target.shadowRoot?.querySelector('.over') !== null;
  };

  it('invites while files are held over the page, also over its parts', async () => {
    drag('dragenter', yaml);
    drag('dragenter', yaml);
    drag('dragleave', yaml);
    expect(await invited()).toBe(true);
    drag('dragleave', yaml);
    expect(await invited()).toBe(false);
  });

  it('asks to open what is dropped, and keeps the browser from going there', async () => {
    drag('dragenter', yaml);
    expect(drag('dragover', yaml).defaultPrevented).toBe(true);
    expect(drag('drop', yaml).defaultPrevented).toBe(true);
    await expect.poll(() => requests.length).toBe(1);
    const [request] = requests;
    expect(request?.type).toBe('open');
    expect(request?.type === 'open' && (await request.files[0]?.text())).toBe('hopline: 1');
    expect(await invited()).toBe(false);
  });

  it('leaves dragged text alone', async () => {
    expect(drag('dragenter').defaultPrevented).toBe(false);
    expect(drag('drop').defaultPrevented).toBe(false);
    expect(await invited()).toBe(false);
  });

  it('listens no more once it is gone', () => {
    target.remove();
    expect(drag('drop', yaml).defaultPrevented).toBe(false);
  });
});
