import { Combobox } from '@mantine/core';
import classes from './palette.module.css';
import type { PaletteItem, PaletteSection } from './palette-item';

/** What was found, in sections. */
export function PaletteList({ id, sections }: { id: string; sections: readonly PaletteSection[] }) {
  return (
    <Combobox.Options id={id} aria-label="Found" className={classes.list}>
      {sections.map(({ label, items }) => (
        <Combobox.Group key={label} label={label} classNames={{ groupLabel: classes.sectionLabel }}>
          {items.map((item) => (
            <Option key={item.id} item={item} />
          ))}
        </Combobox.Group>
      ))}
    </Combobox.Options>
  );
}

function Option({ item: { id, label, description, icon: ItemIcon } }: { item: PaletteItem }) {
  return (
    <Combobox.Option value={id} className={classes.option}>
      <ItemIcon size={18} stroke={1.6} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.label}>
          <bdi>{label}</bdi>
        </span>
        {description && <span className={classes.description}>{description}</span>}
      </span>
    </Combobox.Option>
  );
}
