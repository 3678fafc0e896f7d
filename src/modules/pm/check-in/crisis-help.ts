/**
 * The one place for what people in distress are told. Source: 988 Suicide & Crisis Lifeline, https://988lifeline.org
 * (call or text 988, in the United States, at any time, free of charge); 911 is the emergency number there.
 */
export const CRISIS_HELP = {
  title: 'You do not have to carry this alone',
  facilitator: 'Please tell your facilitator now how you are. They are here for this.',
  danger: 'If you are in danger or might hurt yourself, call now:',
  lines: [
    { number: '988', words: 'Call or text 988', about: 'Suicide & Crisis Lifeline (US), day and night, free' },
    { number: '911', words: 'Call 911', about: 'Emergency (US)' },
  ],
} as const;
