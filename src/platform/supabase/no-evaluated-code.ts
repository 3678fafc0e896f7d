import * as z from 'zod/mini';

// zod would make its parsers with `new Function`, and find out whether it may by trying; the Content Security Policy forbids it and
// reports each try. To be imported before any schema is made.
z.config({ jitless: true });
