import type { MantineColorsTuple } from '@mantine/core';

/**
 * Each scale runs from the faintest ground to the darkest text. Shade 7 carries white text, shade 9 can be read on shade 1,
 * and shade 0 on half of shade 9, all with AA contrast: these are the pairs that Mantine's variants use.
 */
export const PINE: MantineColorsTuple = [
  '#eefaf7',
  '#d5f2ec',
  '#abe5db',
  '#76d0c3',
  '#45b5a8',
  '#2a9a8e',
  '#1f8479',
  '#17706a',
  '#145b57',
  '#124946',
];

export const GREEN: MantineColorsTuple = [
  '#f0fdf4',
  '#dcfce7',
  '#bbf7d0',
  '#86efac',
  '#4ade80',
  '#22c55e',
  '#16a34a',
  '#15803d',
  '#166534',
  '#14532d',
];

export const YELLOW: MantineColorsTuple = [
  '#fffbeb',
  '#fef3c7',
  '#fde68a',
  '#fcd34d',
  '#fbbf24',
  '#f59e0b',
  '#d97706',
  '#b45309',
  '#92400e',
  '#78350f',
];

export const RED: MantineColorsTuple = [
  '#fef2f2',
  '#fee2e2',
  '#fecaca',
  '#fca5a5',
  '#f87171',
  '#ef4444',
  '#dc2626',
  '#b91c1c',
  '#991b1b',
  '#7f1d1d',
];

export const BLUE: MantineColorsTuple = [
  '#eff6ff',
  '#dbeafe',
  '#bfdbfe',
  '#93c5fd',
  '#60a5fa',
  '#3b82f6',
  '#2563eb',
  '#1d4ed8',
  '#1e40af',
  '#1e3a8a',
];

export const GRAY: MantineColorsTuple = [
  '#f7f8f9',
  '#eff1f3',
  '#e3e6ea',
  '#ced3d9',
  '#b0b7c0',
  '#858e99',
  '#5f6873',
  '#4a525c',
  '#343b43',
  '#1f252b',
];

export const DARK: MantineColorsTuple = [
  '#e4e8eb',
  '#c0c7cd',
  '#9ba5ae',
  '#75808a',
  '#3b454e',
  '#2b343c',
  '#1f262d',
  '#161b21',
  '#10151a',
  '#0b0f13',
];
