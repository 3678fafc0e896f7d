import type { WebSocket } from 'ws';
import { z } from 'zod';
import { type Frame, readFrame, replyTo, writeFrame } from './frames.ts';
import { type Gate, type Subscription, subscribe, unauthorized } from './subscription.ts';

export interface ConnectionOptions {
  gate: Gate;
  onSubscribe(subscription: Subscription): void;
  onEnd(subscription: Subscription): void;
}

const mostChannels = 100;
const mostWaitingFrames = 200;
/** Clients send a heartbeat every 25 seconds. */
const silenceMilliseconds = 60_000;
/** A window that takes nothing any more is closed rather than written for without end. */
const mostUnsentBytes = 1_000_000;

const joinSchema = z.looseObject({
  config: z.looseObject({ private: z.boolean().optional() }).optional(),
  access_token: z.unknown(),
});

/** Serves one window: it joins and leaves topics, renews its token and hears what is sent to them. Nobody can send. */
export function serveConnection(socket: WebSocket, { gate, onSubscribe, onEnd }: ConnectionOptions): void {
  const subscriptions = new Map<string, Subscription>();
  let work = Promise.resolve();
  let waiting = 0;
  const silence = setTimeout(() => socket.terminate(), silenceMilliseconds);

  function send(frame: Frame): void {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostUnsentBytes) socket.terminate();
    else socket.send(writeFrame(frame));
  }

  async function join(frame: Frame): Promise<void> {
    const refuse = (reason: string) => send(replyTo(frame, 'error', { reason }));
    const { data } = joinSchema.safeParse(frame.payload);
    const [, topic] = /^realtime:(.+)$/s.exec(frame.topic) ?? [];
    if (data === undefined || topic === undefined) return refuse('unmatched topic');
    subscriptions.get(frame.topic)?.end();
    if (data.config?.private !== true) return refuse('PrivateOnly: This project only allows private channels');
    if (subscriptions.size >= mostChannels) return refuse('ChannelRateLimitReached: Too many channels');
    const { identity, refusal } = gate.identify(data.access_token);
    if (identity === undefined) return refuse(refusal);
    const subscription = subscribe({
      ...{ channel: frame.topic, topic, joinRef: frame.joinRef, identity, gate, send },
      onEnd: (ended) => {
        if (subscriptions.get(frame.topic) === ended) subscriptions.delete(frame.topic);
        onEnd(ended);
      },
    });
    subscriptions.set(frame.topic, subscription);
    onSubscribe(subscription);
    if (await subscription.open()) send(replyTo(frame, 'ok', { postgres_changes: [] }));
    else refuse(unauthorized(topic));
  }

  async function handle(frame: Frame): Promise<void> {
    if (frame.topic === 'phoenix') return send(replyTo(frame, 'ok'));
    if (frame.event === 'phx_join') return join(frame);
    const subscription = subscriptions.get(frame.topic);
    if (subscription === undefined) return send(replyTo(frame, 'error', { reason: 'unmatched topic' }));
    if (frame.event === 'access_token') return subscription.checkAgain(frame.payload.access_token);
    if (frame.event !== 'phx_leave') return;
    send(replyTo(frame, 'ok'));
    subscription.end();
  }

  socket.on('message', (data, isBinary) => {
    silence.refresh();
    // Binary frames carry broadcasts of clients, which nobody may send.
    if (isBinary) return;
    const frame = readFrame(data.toString());
    if (frame === undefined) return socket.close(1007, 'Not a frame of Phoenix 2.0.0');
    waiting += 1;
    if (waiting > mostWaitingFrames) return socket.close(1008, 'Too many frames');
    // One after the other, so that a leave does not overtake its join.
    work = work
      .then(() => handle(frame))
      .finally(() => {
        waiting -= 1;
      });
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearTimeout(silence);
    for (const subscription of [...subscriptions.values()]) subscription.end();
  });
}
