/** The oldest browsers that the app runs in, which the README names; their CSS is that of Baseline 2023. */
export const browsers = { chrome: "120", edge: "120", firefox: "125", ios: "17.2", safari: "17.2" };
