import { createPortal } from 'react-dom';
import classes from './patient-code.module.css';

interface CodeSlipProps {
  code: string;
  patientName: string;
  organizationName: string;
}

/** What is printed while the dialog is open, and nothing else: a slip to take home. Not on the screen. */
export function CodeSlip({ code, patientName, organizationName }: CodeSlipProps) {
  return createPortal(
    <div className={classes.slip} aria-hidden>
      <p>{organizationName}</p>
      <p>Personal code of {patientName}</p>
      <p className={classes.printed}>{code}</p>
      <ol>
        <li>In the group’s room, scan the QR code with your phone’s camera, or open the link that you were given.</li>
        <li>Choose “I have a personal code” and type it.</li>
        <li>Answer the questions and press “Send my answers”.</li>
      </ol>
      <p>Keep this slip to yourself. If you lose it, ask us for a new code.</p>
    </div>,
    document.body,
  );
}
