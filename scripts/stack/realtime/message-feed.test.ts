import { describe, expect, it } from 'vitest';
import { createAssembler } from './message-feed.ts';

const message = { id: 'a', topic: 'organization:1', event: 'change', private: true, payload: { ids: ['1', '2'] } };
const text = JSON.stringify(message);

describe('createAssembler', () => {
  it('takes a message of one part as it is', () => {
    expect(createAssembler().add(`a 1 1 ${text}`)).toEqual(message);
  });

  it('puts parts together, whatever comes between', () => {
    const assembler = createAssembler();
    expect(assembler.add(`a 1 2 ${text.slice(0, 10)}`)).toBeUndefined();
    expect(assembler.add(`b 1 1 ${text}`)).toEqual(message);
    expect(assembler.add(`a 2 2 ${text.slice(10)}`)).toEqual(message);
  });

  it('forgets what had begun before the connection was lost', () => {
    const assembler = createAssembler();
    assembler.add(`a 1 2 ${text.slice(0, 10)}`);
    assembler.forget();
    expect(assembler.add(`a 2 2 ${text.slice(10)}`)).toBeUndefined();
  });

  it.each(['', 'hello', 'a 1 1 {}', 'a 1 1 {"id":', 'a x y z', `a 1 1 ${JSON.stringify({ ...message, payload: 5 })}`])(
    'leaves out what is no message: %s',
    (notification) => {
      expect(createAssembler().add(notification)).toBeUndefined();
    },
  );
});
