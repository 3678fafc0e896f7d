import type { Answer, Answers, Question } from '../questions.schema';
import { ChoiceField } from './choice-field';
import { NumberField } from './number-field';
import classes from './question-fields.module.css';
import type { FieldProps } from './question-frame';
import { ScaleField } from './scale-field';
import { TextField } from './text-field';

interface QuestionFieldsProps {
  questions: readonly Question[];
  answers: Answers;
  onChange: (answers: Answers) => void;
  /** What is missing or wrong, by the question's id; of `answerProblems`, or the server's words. */
  problems?: Readonly<Record<string, string>>;
  /** Shows the answers and takes none. */
  readOnly?: boolean;
}

/** Questions to be answered with a thumb, by keyboard or by screen reader. Knows nothing of who answers, or where. */
export function QuestionFields({ questions, answers, onChange, problems = {}, readOnly = false }: QuestionFieldsProps) {
  function change(id: string, answer: Answer | undefined) {
    const { [id]: _before, ...others } = answers;
    onChange(answer === undefined ? others : { ...others, [id]: answer });
  }
  return (
    <ol className={classes.questions}>
      {questions.map((question) => (
        <li key={question.id} className={classes.question}>
          <QuestionField
            question={question}
            answer={answers[question.id]}
            onAnswer={(answer) => change(question.id, answer)}
            problem={problems[question.id]}
            readOnly={readOnly}
          />
        </li>
      ))}
    </ol>
  );
}

function QuestionField({ question, ...rest }: FieldProps<Question>) {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <ChoiceField question={question} {...rest} />;
    case 'scale':
      return <ScaleField question={question} {...rest} />;
    case 'number':
      return <NumberField question={question} {...rest} />;
    case 'text':
      return <TextField question={question} {...rest} />;
  }
}
