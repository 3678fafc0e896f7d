export { answerProblems, answersToSend, isAnswered, LONGEST_ANSWER } from './answers/answer-problems';
export { flaggedQuestions, type Score, scoreAnswers } from './answers/score-answers';
export { GroupQuestionSets } from './assignments/group-question-sets';
export { QuestionFields } from './fields/question-fields';
export { questionAnchor } from './fields/question-frame';
export {
  type Answer,
  type Answers,
  answerSchema,
  answersSchema,
  type Band,
  bandSchema,
  bandsSchema,
  type Material,
  materialSchema,
  materialsSchema,
  type Question,
  type QuestionSetContent,
  type QuestionsData,
  questionSchema,
  questionSetContentSchema,
  questionsDataSchema,
  questionsSchema,
  type Scoring,
  scoringSchema,
} from './questions.schema';
export { questionSetRoutes } from './routes';
