a = '{{phone 1}}'  # leaklint-ignore-line phone-number -- the office's
# leaklint-ignore-next-line
b = '{{phone 2}}'
c = '{{phone 3}}'  # leaklint-ignore-line email -- wrong rule
