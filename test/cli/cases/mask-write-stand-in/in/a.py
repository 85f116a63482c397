tel = '{{phone 1}}'
kept = '{{phone 5}}'  # leaklint-ignore-line -- kept
