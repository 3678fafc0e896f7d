import { createServer } from 'node:http';
import { expect, inject, test } from 'vitest';
import WebSocket from 'ws';
import { withClient } from '../../../scripts/stack/database.ts';
import { startRealtime } from '../../../scripts/stack/realtime/realtime.ts';
import { type SignedIn, signUp } from '../support/api.ts';
import { listen } from '../support/listener.ts';

const { url, publishableKey, secretKey, jwtSecret, databaseUrl } = inject('api');
const address = (query: string, path = '/realtime/v1/websocket') => `${url.replace(/^http/, 'ws')}${path}?${query}`;
const rightly = `apikey=${publishableKey}&vsn=2.0.0`;

/** The HTTP status of a refused WebSocket; 101 when it opens. */
function knock(target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(target);
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', reject);
  });
}

function open(target = address(rightly)): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(target);
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** The code with which the server closes the socket after these frames. */
function closedAfter(socket: WebSocket, ...frames: (string | Buffer)[]): Promise<number> {
  return new Promise((resolve) => {
    socket.on('close', (code) => resolve(code));
    socket.on('error', () => {});
    for (const frame of frames) socket.send(frame);
  });
}

function answered(socket: WebSocket, frame: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse(data.toString())));
    socket.send(JSON.stringify(frame));
  });
}

const heartbeat = [null, '1', 'phoenix', 'heartbeat', {}];
const reply = (status: string, response: object = {}) => ({ status, response });

test('opens with the publishable key or the secret key, and otherwise not at all', async () => {
  expect(await knock(address(rightly))).toBe(101);
  expect(await knock(address(`apikey=${secretKey}&vsn=2.0.0`))).toBe(101);
  for (const query of [
    'vsn=2.0.0',
    'apikey=&vsn=2.0.0',
    'apikey=wrong&vsn=2.0.0',
    `apikey=${publishableKey}x&vsn=2.0.0`,
  ])
    expect(await knock(address(query)), query).toBe(401);
  expect(await knock(address(`apikey=${publishableKey}&vsn=1.0.0`))).toBe(400);
  for (const path of ['/', '/rest/v1/pm_patients', '/realtime/v1', '/realtime/v1/websocket/x'])
    expect(await knock(address(rightly, path)), path).toBe(404);
});

test.each([
  ['no JSON', 'hello'],
  ['half a frame', '["1","1","realtime:organization:x"]'],
  ['an object', '{"topic":"phoenix","event":"heartbeat"}'],
  ['a number for a topic', '[null,"1",5,"phx_join",{}]'],
  ['a list for a payload', '[null,"1","phoenix","heartbeat",[]]'],
  ['an endless topic', JSON.stringify([null, '1', 'x'.repeat(5_000), 'phx_join', {}])],
])('closes the socket of whoever sends %s, and serves the others', async (_what, frame) => {
  const witness = await open();
  expect(await closedAfter(await open(), frame)).toBe(1007);
  expect(await answered(witness, heartbeat)).toEqual([null, '1', 'phoenix', 'phx_reply', reply('ok')]);
  witness.close();
});

test('takes no frame of a megabyte, and no flood', async () => {
  expect(await closedAfter(await open(), 'x'.repeat(1_000_000))).toBe(1009);
  const join = JSON.stringify(['1', '1', 'realtime:organization:x', 'phx_join', { config: { private: true } }]);
  expect(await closedAfter(await open(), ...Array.from({ length: 500 }, () => join))).toBe(1008);
});

test('answers a join that asks strange things, and ignores binary frames', async () => {
  const socket = await open();
  socket.send(Buffer.from([3, 1, 1, 1, 1, 0, 1]));
  const join = (payload: object, topic = 'realtime:organization:x') => ['7', '8', topic, 'phx_join', payload];
  for (const payload of [{}, { config: 5 }, { config: { private: 'yes' } }, { access_token: {} }])
    expect(await answered(socket, join(payload))).toMatchObject([
      '7',
      '8',
      expect.anything(),
      'phx_reply',
      { status: 'error' },
    ]);
  for (const topic of ['organization:x', 'realtime:', ''])
    expect(await answered(socket, join({ config: { private: true } }, topic))).toMatchObject({
      4: reply('error', { reason: 'unmatched topic' }),
    });
  expect(await answered(socket, [null, '2', 'realtime:organization:x', 'access_token', {}])).toMatchObject({
    4: reply('error', { reason: 'unmatched topic' }),
  });
  socket.close();
});

const ownTopic = ({ userId }: SignedIn) => `user:${userId}`;

test('a long message in any script arrives whole, and short ones keep their order', async () => {
  const person = await signUp();
  const listener = await listen(person.client, ownTopic(person));
  const text = '会議 👩‍⚕️ "quoted" \\ ١٢٣ '.repeat(2_000);
  await withClient(databaseUrl, async (client) => {
    const send = 'select realtime.send(jsonb_build_object($1::text, $2::text), $3, $4)';
    await client.query(send, ['text', text, 'long', ownTopic(person)]);
    for (let count = 1; count <= 20; count += 1) await client.query(send, ['count', count, 'short', ownTopic(person)]);
  });
  expect((await listener.next(({ event }) => event === 'long')).payload.text).toBe(text);
  await listener.next(({ payload }) => payload.count === '20');
  const short = listener.heard.filter(({ event }) => event === 'short').map(({ payload }) => Number(payload.count));
  expect(short).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  await person.client.removeAllChannels();
});

test('a public message reaches no private topic', async () => {
  const person = await signUp();
  const listener = await listen(person.client, ownTopic(person));
  await withClient(databaseUrl, async (client) => {
    await client.query(`select realtime.send('{}', 'public', $1, false)`, [ownTopic(person)]);
    await client.query(`select realtime.send('{}', 'private', $1)`, [ownTopic(person)]);
  });
  await listener.next(({ event }) => event === 'private');
  expect(listener.heard.map(({ event }) => event)).toEqual(['private']);
  await person.client.removeAllChannels();
});

test('a hundred windows hear the same', async () => {
  const person = await signUp();
  const { data } = await person.client.auth.getSession();
  const topic = `realtime:${ownTopic(person)}`;
  const join = ['1', '1', topic, 'phx_join', { config: { private: true }, access_token: data.session?.access_token }];
  const sockets = await Promise.all(Array.from({ length: 100 }, () => open()));
  for (const joined of await Promise.all(sockets.map((socket) => answered(socket, join))))
    expect(joined).toMatchObject({ 4: { status: 'ok' } });
  const heard = sockets.map(
    (socket) =>
      new Promise((resolve) => socket.once('message', (message) => resolve(JSON.parse(message.toString())[3]))),
  );
  await withClient(databaseUrl, (client) => client.query(`select realtime.send('{}', 'all', $1)`, [ownTopic(person)]));
  expect(new Set(await Promise.all(heard))).toEqual(new Set(['broadcast']));
  for (const socket of sockets) socket.terminate();
});

test('stops with windows open, and nothing stays behind', async () => {
  const server = createServer();
  const keys = { publishableKey, secretKey, jwtSecret, databasePassword: 'unused' };
  const sessions = () =>
    withClient(databaseUrl, async (client) => {
      const { rows } = await client.query<{ pid: number }>(
        "select pid from pg_stat_activity where query ilike 'listen%' or application_name = 'postgres.js'",
      );
      return rows.map(({ pid }) => pid).sort();
    });
  const before = await sessions();
  const stop = await startRealtime({ server, keys, adminUrl: databaseUrl });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const socket = await open(`ws://127.0.0.1:${port}/realtime/v1/websocket?${rightly}`);
  expect(await answered(socket, heartbeat)).toMatchObject({ 4: { status: 'ok' } });
  expect((await sessions()).length).toBeGreaterThan(before.length);
  const closed = closedAfter(socket);
  await stop();
  await closed;
  await new Promise((resolve) => server.close(resolve));
  await expect.poll(sessions).toEqual(before);
});
