/** Something in a rule that is wrong or not for sessions; the message is for the person who wrote it. */
export class RuleProblem extends Error {}
