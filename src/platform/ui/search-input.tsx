import { CloseButton, TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { presentParams } from '@/platform/query';

interface SearchInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  /** Read by screen readers, and shown as the placeholder unless another is given. */
  label: string;
  /** Name of the parameter in the address. */
  param?: string;
  /** Parameters that a new search takes away, such as the page. */
  resets?: readonly string[];
}

/** A search field whose words live in the address; it waits for a pause in typing. */
export function SearchInput({ label, param = 'search', resets = ['page'], ...rest }: SearchInputProps) {
  const [params, setParams] = useSearchParams();
  const searched = params.get(param) ?? '';
  const [typed, setTyped] = useState(searched);
  const search = useDebouncedCallback((words: string) => {
    setParams(() => withSearch(presentParams(), param, words, resets), { replace: true, preventScrollReset: true });
  }, 250);

  // The address may change by the back button or a link.
  useEffect(() => setTyped((present) => (present.trim() === searched ? present : searched)), [searched]);

  function change(words: string) {
    setTyped(words);
    search(words.trim());
  }

  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={typed !== '' && <CloseButton size="sm" aria-label="Clear the search" onClick={() => change('')} />}
      {...rest}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function withSearch(present: URLSearchParams, param: string, words: string, resets: readonly string[]) {
  const next = new URLSearchParams(present);
  for (const name of resets) next.delete(name);
  if (words === '') next.delete(param);
  else next.set(param, words);
  return next;
}
