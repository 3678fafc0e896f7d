import { QRCodeSVG } from 'qrcode.react';
import classes from './join-code.module.css';

interface QrCodeProps {
  value: string;
  /** What it is, for who cannot see it. */
  title: string;
}

/** Black on white in the dark as well: many phones do not read a code the other way round. As large as there is room. */
export function QrCode({ value, title }: QrCodeProps) {
  return (
    <div className={classes.code}>
      {/* M survives a bad projector; the margin of 4 is what the standard asks for. */}
      <QRCodeSVG
        value={value}
        title={title}
        role="img"
        level="M"
        marginSize={4}
        size={512}
        className={classes.drawing}
      />
    </div>
  );
}
