import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecordPort } from '../../../src/cli/record-port.ts';

const port = new RecordPort();
const taken: [string, number | undefined, number[]][] = [];
let server: Server;
let address: string;

beforeAll(async () => {
  const handler = port.around((_request, response) => void response.writeHead(200).end('page'));
  server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const post = async (path: string, bytes: number[], origin = address): Promise<number> => {
  return (await fetch(`${address}${path}`, { method: 'POST', body: new Uint8Array(bytes), headers: { origin } })).status;
};

it('takes nothing before anyone takes it', async () => {
  expect(await post('/write?at=0', [1])).toBe(500);
});

it('gives what its own page posts to who takes it, with its place', async () => {
  port.takers = {
    frame: async (patch) => void taken.push(['frame', undefined, [...patch]]),
    write: async (at, data) => void taken.push(['write', at, [...data]]),
    picture: async (at, data) => void taken.push(['picture', at, [...data]]),
  };
  expect(await post('/write?at=4096', [1, 2, 3])).toBe(204);
  expect(await post('/picture?at=7', [4])).toBe(204);
  expect(await post('/frame', [1, 0, 0, 0, 2, 0, 0, 0])).toBe(204);
  expect(taken).toEqual([['write', 4096, [1, 2, 3]], ['picture', 7, [4]], ['frame', undefined, [1, 2]]]);
});

it('takes nothing from another page, and nothing that is only asked for', async () => {
  taken.length = 0;
  expect(await post('/write?at=0', [1], 'https://elsewhere.example')).toBe(403);
  expect((await fetch(`${address}/picture?at=0`)).status).toBe(403);
  expect(taken).toEqual([]);
});

it('tells the page where what it posted could not be kept', async () => {
  port.takers = { frame: async () => {}, picture: async () => {}, write: async () => Promise.reject(new Error('no room')) };
  expect(await post('/write?at=0', [1])).toBe(500);
});

it('leaves all else to the page, and gives a sound where there is one', async () => {
  expect(await (await fetch(`${address}/index.html`)).text()).toBe('page');
  expect((await fetch(`${address}/sound`)).status).toBe(404);
  port.sound = new Uint8Array([9, 8]);
  expect([...new Uint8Array(await (await fetch(`${address}/sound`)).arrayBuffer())]).toEqual([9, 8]);
});
