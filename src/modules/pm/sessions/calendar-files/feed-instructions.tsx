import { Accordion, Text } from '@mantine/core';

const PROGRAMS = [
  {
    key: 'outlook',
    name: 'Outlook',
    steps: 'In Outlook on the web, open Calendar, choose Add calendar, then Subscribe from web, and paste the link.',
  },
  {
    key: 'google',
    name: 'Google Calendar',
    steps:
      'On a computer, open Google Calendar. Beside “Other calendars”, choose the plus sign, then From URL, and paste the link. It can take Google some hours to notice a change.',
  },
  {
    key: 'apple',
    name: 'Apple Calendar',
    steps:
      'On a Mac, choose File, then New Calendar Subscription, and paste the link. On an iPhone or iPad, open Calendar, then Calendars, Add Calendar, Add Subscription Calendar.',
  },
];

/** How the link gets into the usual calendar programs. */
export function FeedInstructions() {
  return (
    <Accordion variant="separated" order={3}>
      {PROGRAMS.map(({ key, name, steps }) => (
        <Accordion.Item key={key} value={key}>
          <Accordion.Control>
            <Text size="sm" fw={500}>
              {name}
            </Text>
          </Accordion.Control>
          <Accordion.Panel>
            <Text size="sm">{steps}</Text>
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
