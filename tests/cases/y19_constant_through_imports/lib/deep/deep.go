package deep
const Debug = false
