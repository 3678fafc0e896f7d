import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import postgres from 'postgres';
import { WebSocketServer } from 'ws';
import type { Keys } from '../keys.ts';
import { serveConnection } from './connection.ts';
import { identify } from './identity.ts';
import { mayListen } from './may-listen.ts';
import { followMessages, type Message } from './message-feed.ts';
import type { Gate, Subscription } from './subscription.ts';

export interface RealtimeOptions {
  /** The API's server, whose WebSockets this takes over. */
  server: Server;
  keys: Keys;
  /** Superuser address of the database, as hosted Realtime has: it becomes the listener to ask what that one may hear. */
  adminUrl: string;
}

/** Checks at the same time. */
const poolSize = 4;
const longestFrameBytes = 64 * 1024;

/** Why a WebSocket is refused, as the line of an HTTP answer; undefined: it is not. */
function refusal(request: IncomingMessage, keys: Keys): string | undefined {
  const address = `http://localhost${request.url}`;
  if (!URL.canParse(address)) return '400 Bad Request';
  const { pathname, searchParams } = new URL(address);
  if (pathname !== '/realtime/v1/websocket') return '404 Not Found';
  const key = searchParams.get('apikey');
  if (key !== keys.publishableKey && key !== keys.secretKey) return '401 Unauthorized';
  return searchParams.get('vsn') === '2.0.0' ? undefined : '400 Bad Request';
}

/** Who may listen is decided by membership. Hosted Realtime looks again when a listener's token is renewed; here it is at once. */
function changesMembers({ event, payload }: Message): boolean {
  return event === 'change' && payload.table === 'pf_memberships';
}

/**
 * Answers /realtime/v1/websocket with the part of Supabase Realtime that the app uses: broadcasts of the database on private
 * topics, to whom the policies of realtime.messages let. Returns what ends it and all its connections.
 */
export async function startRealtime({ server, keys, adminUrl }: RealtimeOptions): Promise<() => Promise<void>> {
  const sql = postgres(adminUrl, { max: poolSize, onnotice: () => {}, connection: { statement_timeout: 5_000 } });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestFrameBytes });
  const listeners = new Map<string, Set<Subscription>>();
  const gate: Gate = {
    identify: (token) => identify(token, keys),
    mayListen: (topic, identity) => mayListen(sql, topic, identity).catch(() => false),
  };

  function onSubscribe(subscription: Subscription): void {
    const { topic } = subscription;
    listeners.set(topic, (listeners.get(topic) ?? new Set()).add(subscription));
  }
  function onEnd(subscription: Subscription): void {
    const others = listeners.get(subscription.topic);
    others?.delete(subscription);
    if (others?.size === 0) listeners.delete(subscription.topic);
  }
  async function deliver(message: Message): Promise<void> {
    const concerned = () => [...(listeners.get(message.topic) ?? [])];
    if (changesMembers(message)) await Promise.all(concerned().map((listener) => listener.checkAgain()));
    for (const listener of concerned()) listener.deliver(message);
  }

  let delivering = Promise.resolve();
  await followMessages(
    sql,
    (message) => {
      if (message.private) delivering = delivering.then(() => deliver(message));
    },
    // Whoever listens connects again and then reads everything anew.
    () => {
      for (const socket of sockets.clients) socket.terminate();
    },
  );

  function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refused = refusal(request, keys);
    if (refused === undefined) {
      sockets.handleUpgrade(request, socket, head, (opened) => serveConnection(opened, { gate, onSubscribe, onEnd }));
      return;
    }
    socket.on('error', () => socket.destroy());
    socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
  server.on('upgrade', onUpgrade);
  return async () => {
    server.off('upgrade', onUpgrade);
    for (const socket of sockets.clients) socket.terminate();
    await sql.end({ timeout: 1 });
  };
}
