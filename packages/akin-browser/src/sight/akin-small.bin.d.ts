// For bundlers, which know what to make of the address of a file of bytes; by itself it gives nothing.
export {};
