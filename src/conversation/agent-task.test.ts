import { expect, it } from 'vitest';
import { read } from '../languages/reading.ts';
import { agentTask } from './agent-task.ts';

const taskOf = (text: string) =>
  agentTask({
    text,
    stops: read(text, {}).stops,
    memberId: '019abc00-0000-7000-8000-000000000001',
    inboundKey: 'x:1',
    at: Temporal.Instant.from('2026-11-23T18:00:00Z'),
  });

it.each([
  'stop payment on check 1050',
  'Please cancel my last transfer',
  'Faire opposition à mon chèque 1050',
  'Bloquez ma carte',
  'quiero cancelar un pago',
  'detenga el cheque 1050',
])('‘%s’ opens a separate task, with these words', (text) => {
  const task = taskOf(text);
  expect(task).toMatchObject({ kind: 'agent', detail: text, onItsOwn: true, urgent: true });
  expect(task.subject).toMatch(/stop a payment|block a card/);
});

it.each(['AGENT', 'I need a person', 'I was on hold for an hour, call me', 'un conseiller svp'])(
  '‘%s’ asks for a person',
  (text) => {
    expect(taskOf(text)).toMatchObject({ subject: 'A member asks for a person', detail: text });
    expect(taskOf(text).onItsOwn).toBeUndefined();
    expect(taskOf(text).urgent).toBeUndefined();
  },
);

it('stores no secret among the words', () => {
  expect(taskOf('call me, my PIN is 4821').detail).toBe('call me, my PIN is ████');
});
