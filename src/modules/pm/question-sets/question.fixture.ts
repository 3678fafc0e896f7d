import type { ChoiceQuestion, NumberQuestion, ScaleQuestion, TextQuestion } from './questions.schema';

const FREQUENCIES = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'];

export function singleQuestion(changes: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  const options = FREQUENCIES.map((label, score) => ({ value: String(score), label, score }));
  return { id: 'q1', type: 'single', text: 'Little interest or pleasure', options, ...changes };
}

export function multipleQuestion(changes: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return { ...singleQuestion(), id: 'several', type: 'multiple', text: 'What helped?', ...changes };
}

export function scaleQuestion(changes: Partial<ScaleQuestion> = {}): ScaleQuestion {
  return { id: 'scale', type: 'scale', text: 'How strong is the urge?', min: 0, max: 10, ...changes };
}

export function numberQuestion(changes: Partial<NumberQuestion> = {}): NumberQuestion {
  return { id: 'number', type: 'number', text: 'Hours of sleep', ...changes };
}

export function textQuestion(changes: Partial<TextQuestion> = {}): TextQuestion {
  return { id: 'text', type: 'text', text: 'Anything else?', ...changes };
}
