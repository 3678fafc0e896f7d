export { type CsvColumn, csvText, type Delimiter } from './csv-text';
export { downloadCsv } from './download-csv';
export type { CsvRow, CsvTable } from './parse-csv';
export { type CsvReading, readCsvFile } from './read-csv-file';
