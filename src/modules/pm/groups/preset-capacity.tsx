import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import { useSearchParams } from 'react-router';
import { z } from 'zod';
import type { GroupFormInput } from './group.schema';

const presetSchema = z.coerce.number().int().min(1).max(100);

/** Puts the capacity that the address proposes (`?capacity=12`) into the form, unsaved, and goes there. */
export function PresetCapacity() {
  const [params] = useSearchParams();
  const { setValue, setFocus } = useFormContext<GroupFormInput>();
  const preset = presetSchema.safeParse(params.get('capacity')).data;

  useEffect(() => {
    if (preset === undefined) return;
    setValue('max_capacity', preset, { shouldDirty: true });
    setFocus('max_capacity');
  }, [preset, setValue, setFocus]);

  return null;
}
