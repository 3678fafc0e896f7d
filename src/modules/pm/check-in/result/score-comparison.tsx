import { Stack, Text, Title } from '@mantine/core';
import type { SessionResult } from '../api/session-result';
import classes from '../check-in.module.css';
import { GROUP_FROM, peopleWords, share } from './result-words';

/** What the own answers add up to, what that may mean, and the group's average; nothing where nothing is scored. */
export function ScoreComparison({ result: { score, max_score, band, group } }: { result: SessionResult }) {
  if (typeof score !== 'number') return null;
  const of = typeof max_score === 'number' ? ` of ${max_score}` : '';
  return (
    <Stack component="section" gap="sm">
      <Title order={3} size="h4">
        Your result
      </Title>
      <div>
        <Text>
          Your answers add up to <b>{score}</b>
          {of}.
        </Text>
        <Bar of="you" share={share(score, max_score)} />
      </div>
      {group && typeof group.average === 'number' ? (
        <div>
          <Text>
            The group’s average today is <b>{group.average}</b> ({peopleWords(group.count)}).
          </Text>
          <Bar of="group" share={share(group.average, max_score)} />
        </div>
      ) : (
        <Text c="dimmed">The group’s average appears here once {GROUP_FROM} patients have answered.</Text>
      )}
      {band && (
        <Text>
          In this questionnaire, {score} is in the range called <b>“{band}”</b>.
        </Text>
      )}
      <Text size="sm" c="dimmed">
        A number is not a diagnosis and says nothing about your worth. It can help you and your facilitator to talk
        about how you are.
      </Text>
    </Stack>
  );
}

/** The picture of a number that is said in words beside it. */
function Bar({ of, share: part }: { of: 'you' | 'group'; share: number | null }) {
  if (part === null) return null;
  return (
    <div className={classes.bar} aria-hidden>
      <div className={classes.filled} data-of={of} style={{ width: `${part * 100}%` }} />
    </div>
  );
}
