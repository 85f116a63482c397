x = 1  # leaklint-ignore-line email -- nothing here
