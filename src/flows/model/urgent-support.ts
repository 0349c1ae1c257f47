/** Support kinds that come before and outside the best five: help that cannot wait. */
export const URGENT_SUPPORT = ['crisis', 'veilig-thuis'] as const;
