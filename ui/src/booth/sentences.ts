/** Two sentences in the booth are two lines. */
export const sentences = (text: string): string[] => text.split(/(?<=[.!?])\s+/u).filter((sentence) => sentence !== '');
